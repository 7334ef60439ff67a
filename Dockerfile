FROM swift:6.3.1-bookworm AS build
WORKDIR /source
COPY Scripts Scripts
RUN Scripts/packages build
COPY Package.swift Package.resolved ./
COPY Sources Sources
# The manifest names the test targets, so their folders have to be there.
COPY Tests Tests
RUN cp "$(Scripts/build)" /usr/local/bin/talk-to-edit

FROM swift:6.3.1-bookworm-slim
WORKDIR /app
COPY Scripts/packages Scripts/packages
RUN Scripts/packages run && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home --shell /usr/sbin/nologin talk \
    && install --directory --owner talk /data
COPY --from=build /usr/local/bin/talk-to-edit /usr/local/bin/talk-to-edit
COPY Config Config
COPY Migrations Migrations
COPY Models Models
COPY Web Web
COPY openapi.yaml ./
ENV TALK_TO_EDIT_HOME=/app TALK_TO_EDIT_HOST=0.0.0.0 TALK_TO_EDIT_DATABASE=/data/talk-to-edit.sqlite
USER talk
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD curl -fsS -o /dev/null "http://127.0.0.1:${TALK_TO_EDIT_PORT:-8080}/readyz"
STOPSIGNAL SIGTERM
ENTRYPOINT ["talk-to-edit", "serve"]
