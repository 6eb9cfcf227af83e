offline();
