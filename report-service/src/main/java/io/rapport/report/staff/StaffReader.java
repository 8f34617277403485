package io.rapport.report.staff;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.staff.StaffReport;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.brand.BrandCatalogue;
import java.time.ZoneId;

/** Reads what members of staff contribute, for the API and for the page. */
public final class StaffReader {

    private final BrandCatalogue catalogue;
    private final StaffReport report;

    /** A reader of registered brands. */
    public StaffReader(BrandCatalogue catalogue, StaffReport report) {
        this.catalogue = catalogue;
        this.report = report;
    }

    StaffView find(BrandKey brand, AsOfDay asOf, DayIntervalRequest request) {
        var registered = catalogue.require(brand);
        var today = asOf.day();
        if (today == null) {
            return StaffView.EMPTY;
        }
        var range = request.resolve(today, ZoneId.of(registered.timeZone()));
        return StaffView.of(report.find(brand, asOf, range), range, BrandPageLink.path(brand.agency(), brand.brand()));
    }
}
