// What a name that broke out of its place would try: a script and a picture from elsewhere.
(() => {
  const script = document.createElement("script");
  script.textContent = "window.intruder = true";
  document.body.append(script);
  const image = document.createElement("img");
  image.src = "https://example.com/pixel.png";
  document.body.append(image);
  return "intruder" in window;
})();
