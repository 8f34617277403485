package io.rapport.report.channels;

import io.rapport.contracts.BrandKey;
import io.rapport.report.request.DayIntervalRequest;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Channels side by side with the people behind each figure, and people who became buyers. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class ChannelController {

    private final ChannelReader reader;

    ChannelController(ChannelReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary =
                    "For each channel over at most 92 days: people met there first and who came back, questions and answer time,"
                            + " word that spread, referrals, visits and sales that it assisted, hours; and the ways from channel to"
                            + " channel that ended with a purchase")
    @GetMapping("/channels")
    ChannelsView channels(BrandKey brand, @ParameterObject DayIntervalRequest request) {
        return reader.compare(brand, reader.today(brand), request);
    }

    @Operation(
            summary =
                    "The people behind a figure of the channels, newest or largest first: as many items as the figure counts, with the"
                            + " engagement of each")
    @GetMapping("/channels/people")
    ChannelPeopleView people(
            BrandKey brand,
            @ParameterObject ChannelPeopleRequest request,
            @ParameterObject DayIntervalRequest days,
            PageRequest paging) {
        return reader.findPeople(brand, reader.today(brand), request, days, paging);
    }

    @Operation(
            summary =
                    "Who bought for the first time in at most 92 days, how long after the first contact and by which path, and who"
                            + " stands where they stood before")
    @GetMapping("/conversions")
    ConversionsView conversions(BrandKey brand, @ParameterObject DayIntervalRequest request) {
        return reader.findConversions(brand, reader.today(brand), request);
    }
}
