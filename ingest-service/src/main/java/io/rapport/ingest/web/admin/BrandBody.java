package io.rapport.ingest.web.admin;

import io.rapport.contracts.brand.BotRule;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.brand.PriceList;
import io.rapport.contracts.brand.StaffHandle;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a registration of a brand may hold, for the OpenAPI document.
 *
 * @param clock {@code LIVE} if left out
 * @param country ISO 3166-1 alpha-2
 */
record BrandBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Oslo")
        String timeZone,

        @Nullable BrandClock clock,
        @Nullable List<StaffHandle> staff,
        @Nullable List<String> paidMarkers,
        @Nullable Integer answerTargetMinutes,
        @Nullable String country,
        @Nullable PriceList prices,
        @Nullable List<BotRule> bots) {}
