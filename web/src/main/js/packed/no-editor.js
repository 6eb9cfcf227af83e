// In the place of the editor, in a packed page on which nothing can be edited: who waits for it keeps the code as it stands.
await new Promise(() => {});
