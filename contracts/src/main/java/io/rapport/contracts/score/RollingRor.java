package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Return on Relationships over one window, and the number of people behind it. Shares are 0 to 1 and null where the total is 0.
 *
 * @param window days, up to and including {@code asOf}
 * @param returned the return from people
 * @param invested the effort of the brand
 * @param ror returned by invested; null when nothing was invested
 * @param previous the sums of the previous window
 * @param seen people with any inbound engagement in the window
 * @param newcomers of them, those whose first inbound ever is in it; {@code new} on the wire
 * @param returning of them, those also seen in the window before
 * @param revived of them, those seen earlier but not in the window before
 * @param lapsed people seen in the window before and not in this one
 * @param stages people per stage at {@code asOf}
 * @param stageMoves people per stage at {@code asOf}, less those who were there when the window began
 * @param captiveShare captive people by people seen
 * @param captiveNotificationShare inbound engagements of captive people by all inbound engagements
 * @param promotionalShare promotional by all outbound
 * @param givingShare outbound that asks for nothing by all outbound
 * @param clients people on the client list
 * @param clientsSeen of them, those seen in the window
 * @param clientsNotSeen of them, those not
 * @param meanClientStrength mean strength of clients
 * @param kinds what each direction and kind adds to either sum
 * @param evidence {@code few} when it stands on few data, see {@link FigureEvidence}; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@RecordBuilder
public record RollingRor(
        int window,
        double returned,
        double invested,
        @Nullable Double ror,
        RorSums previous,
        long seen,
        @JsonProperty("new") long newcomers,
        long returning,
        long revived,
        long lapsed,
        Map<Stage, Long> stages,
        Map<Stage, Long> stageMoves,
        @Nullable Double captiveShare,
        @Nullable Double captiveNotificationShare,
        @Nullable Double promotionalShare,
        @Nullable Double givingShare,
        long clients,
        long clientsSeen,
        long clientsNotSeen,
        @Nullable Double meanClientStrength,
        List<KindSum> kinds,
        @Nullable String evidence) {}
