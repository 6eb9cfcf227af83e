/** What the page was built with: Head.java writes it. */
export const config = JSON.parse(document.getElementById("viv-config")?.textContent ?? "{}");
