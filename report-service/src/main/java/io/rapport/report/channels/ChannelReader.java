package io.rapport.report.channels;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.channel.BrandContacts;
import io.rapport.report.domain.channel.ChannelReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.brand.BrandCatalogue;
import java.time.ZoneId;
import java.util.Optional;

/** Reads what a request for channels is about. */
public final class ChannelReader {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final ChannelReport report;

    /** A reader of registered brands. */
    public ChannelReader(BrandCatalogue catalogue, AsOfResolver days, ChannelReport report) {
        this.catalogue = catalogue;
        this.days = days;
        this.report = report;
    }

    /** The contacts of the asked days; empty while the brand has no figures. */
    Optional<BrandContacts> read(BrandKey brand, DayIntervalRequest request) {
        return read(brand, days.resolve(brand, null), request);
    }

    /**
     * As {@link #read(BrandKey, DayIntervalRequest)}, on a day that was resolved.
     *
     * @param asOf the brand's current day
     */
    Optional<BrandContacts> read(BrandKey brand, AsOfDay asOf, DayIntervalRequest request) {
        var registered = catalogue.require(brand);
        return Optional.ofNullable(asOf.day())
                .map(today -> request.resolve(today, ZoneId.of(registered.timeZone())))
                .map(range -> report.read(brand, asOf, range));
    }

    ChannelsView compare(BrandKey brand, BrandContacts contacts, String brandPath) {
        return ChannelsView.of(report.compare(brand, contacts), contacts.days(), brandPath);
    }

    ConversionsView findConversions(BrandKey brand, BrandContacts contacts, String brandPath) {
        return ConversionsView.of(report.findConversions(brand, contacts), contacts.days(), brandPath);
    }
}
