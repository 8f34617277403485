package io.rapport.ingest.web.links;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a client link may hold, for the OpenAPI document.
 *
 * @param month the only month that it shows
 * @param days 30 if left out
 */
record ClientLinkBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
        @Schema(example = "2026-10") @Nullable String month,
        @Nullable Integer days,
        @Nullable String password) {}
