package io.rapport.report.channels;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.DayInterval;
import io.rapport.report.domain.channel.ChannelReport;
import io.rapport.report.domain.channel.ConversionReport;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.AsOfResolver;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.PageRequest;
import java.time.ZoneId;
import java.util.Optional;

/** Reads what a request for channels is about. */
public final class ChannelReader {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final ChannelReport channels;
    private final ConversionReport conversions;
    private final PersonDirectory directory;

    /** A reader of registered brands. */
    public ChannelReader(
            BrandCatalogue catalogue,
            AsOfResolver days,
            ChannelReport channels,
            ConversionReport conversions,
            PersonDirectory directory) {
        this.catalogue = catalogue;
        this.days = days;
        this.channels = channels;
        this.conversions = conversions;
        this.directory = directory;
    }

    /** The brand's current day. */
    AsOfDay today(BrandKey brand) {
        catalogue.require(brand);
        return days.resolve(brand, null);
    }

    /** The channels in the requested days. */
    ChannelsView compare(BrandKey brand, AsOfDay today, DayIntervalRequest request) {
        return days(brand, today, request)
                .map(range -> ChannelsView.of(channels.compare(brand, today, range), range, path(brand)))
                .orElse(ChannelsView.EMPTY);
    }

    /** The people behind a figure of the channels in the requested days. */
    ChannelPeopleView findPeople(
            BrandKey brand,
            AsOfDay today,
            ChannelPeopleRequest request,
            DayIntervalRequest interval,
            PageRequest paging) {
        var counted = request.counted();
        var order = request.order();
        return days(brand, today, interval)
                .map(range -> {
                    var pager = new ChannelPeoplePager(directory, range, path(brand));
                    return pager.page(brand, counted, counted.read(channels, brand, today, range), order, paging);
                })
                .orElseGet(() -> ChannelPeopleView.empty(counted));
    }

    /** The first purchases in the requested days. */
    ConversionsView findConversions(BrandKey brand, AsOfDay today, DayIntervalRequest request) {
        return days(brand, today, request)
                .map(range -> {
                    var candidates = conversions.findCandidates(brand, today, range);
                    var found = conversions.find(brand, today, range, candidates);
                    return ConversionsView.of(found, range, path(brand));
                })
                .orElse(ConversionsView.EMPTY);
    }

    /** The requested days; empty while the brand has no figures. */
    private Optional<DayInterval> days(BrandKey brand, AsOfDay today, DayIntervalRequest request) {
        var zone = ZoneId.of(catalogue.require(brand).timeZone());
        return Optional.ofNullable(today.day()).map(day -> request.resolve(day, zone));
    }

    private static String path(BrandKey brand) {
        return BrandPageLink.path(brand.agency(), brand.brand());
    }
}
