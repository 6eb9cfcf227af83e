// Finds the service worker that holds the requests of workers that wait: answering.js is its part.

/**
 * What gives the service worker that the script at `url` is. Without a network it cannot be installed; then the one answers
 * that keeps the site, if one does.
 */
export async function serviceFor(url) {
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register(url);
    const installed = registration.active ?? (await activated(registration));
    return () => registration.active ?? installed;
  } catch (error) {
    if (!serviceWorker.controller) throw error;
    return () => serviceWorker.controller;
  }
}

function activated(registration) {
  const coming = registration.installing ?? registration.waiting;
  return new Promise((resolve, reject) => {
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") reject(new Error("the service worker was not installed"));
    });
  });
}
