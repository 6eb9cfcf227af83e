// vivarium
