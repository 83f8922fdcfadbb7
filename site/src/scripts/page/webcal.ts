/** No program of Android answers to `webcal:`: what leads nowhere there is not shown. */
document.documentElement.classList.add(/Android/i.test(navigator.userAgent) ? "no-webcal" : "webcal");

export {};
