import type { LanguageCode } from "../../locale/languages.ts";

const purpose: Readonly<Record<LanguageCode, string>> = {
  ru: "Сайт плана на своём сервере",
  en: "The plan's site on a server of one's own",
};

/** A container with the built site behind nginx, with the settings that the package has for it. */
export const dockerfile = (language: LanguageCode): string => `# ${purpose[language]}:
#   docker build --build-arg SITE=https://plan.example -t plan . && docker run -p 8080:80 plan
FROM node:24-bookworm-slim AS build
WORKDIR /work
COPY . .
RUN npm ci
ARG SITE
RUN npx srok build --out dist --site "$SITE"

FROM nginx:stable
COPY --from=build /work/node_modules/srok/site/serving/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /work/dist /srv/srok/current
`;
