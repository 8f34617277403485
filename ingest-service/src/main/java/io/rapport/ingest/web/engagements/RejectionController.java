package io.rapport.ingest.web.engagements;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.engagement.RejectionRepository;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the rejections of a brand, by ingest and by scoring. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/rejected")
class RejectionController {

    private static final String NEWEST_FIRST = "-rejectedAt";

    private final BrandCatalogue brands;
    private final RejectionRepository rejections;

    RejectionController(BrandCatalogue brands, RejectionRepository rejections) {
        this.brands = brands;
        this.rejections = rejections;
    }

    @GetMapping
    CursorPage<EngagementRejected> list(
            BrandKey brand, @RequestParam(required = false) @Nullable RejectionCode code, PageRequest paging) {
        brands.require(brand);
        var after = paging.after() == null ? null : paging.after().text(NEWEST_FIRST, 0);
        var found = rejections.find(brand, code, after, paging.limit() + 1);
        return CursorPage.of(found, paging.limit(), row -> Cursor.of(NEWEST_FIRST, RejectionRepository.sortKey(row)));
    }
}
