/** No program of Android answers to `webcal:`: what leads nowhere there is not shown. */
if (/Android/i.test(navigator.userAgent)) document.documentElement.classList.add("no-webcal");

export {};
