package io.rapport.scoring.topology;

import static io.rapport.scoring.topology.ScoringEventFixtures.assigned;
import static io.rapport.scoring.topology.ScoringEventFixtures.at;
import static io.rapport.scoring.topology.ScoringEventFixtures.bot;
import static io.rapport.scoring.topology.ScoringEventFixtures.inConversation;
import static io.rapport.scoring.topology.ScoringEventFixtures.inbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.outbound;
import static io.rapport.scoring.topology.ScoringEventFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.ServiceWindow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTopologyTest {

    private static final String DAY = "2026-03-01";
    private static final Instant ASKED = Instant.parse("2026-03-01T08:00:00.123Z");

    private final ScoringTopologyDriver stream = new ScoringTopologyDriver();

    @BeforeEach
    void register() {
        stream.register(ScoringEventFixtures.registered(BrandClock.EVENT));
        stream.assign(assigned("ada", "Ada", 1), assigned("bob", "Bob", 1));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void questionIsOpenUntilItIsAnswered() {
        stream.receive(asks("ada", "1", 0)).settle();
        assertThat(stream.person("Ada").owed()).isEqualTo(1);
        assertThat(stream.person("Ada").owedSince()).isEqualTo(ASKED);
        assertThat(week()).isEqualTo(new ServiceWindow(7, 1, 0, 0, 1, null, null, null, null, FigureEvidence.FEW));

        stream.receive(replies("ada", "2", 10)).settle();
        assertThat(stream.person("Ada").owed()).isNull();
        assertThat(stream.person("Ada").owedSince()).isNull();
        assertThat(week()).isEqualTo(new ServiceWindow(7, 1, 1, 1, 0, 10.0, 10.0, null, null, FigureEvidence.FEW));
    }

    @Test
    void stateIsPublishedWhenAConversationOpensOrCloses() {
        stream.receive(asks("ada", "1", 0))
                .settle()
                .receive(replies("ada", "2", 10))
                .settle();

        assertThat(stream.states(Topic.RELATIONSHIP_CURRENT, "Ada"))
                .extracting(state -> state.owed())
                .containsExactly(1, null);
    }

    @Test
    void answerMayArriveBeforeItsQuestion() {
        stream.receive(replies("ada", "2", 10), asks("ada", "1", 0), asks("ada", "1", 0))
                .settle();

        assertThat(stream.person("Ada").owed()).isNull();
        assertThat(week().answered()).isEqualTo(1);
    }

    @Test
    void answerToAnotherHandleOrByABotDoesNotCount() {
        stream.receive(
                        inConversation(asks("ada", "1", 0), "c1"),
                        inConversation(replies("ada", "2", 10), "c2"),
                        inConversation(replies("bob", "3", 10), "c1"),
                        bot(inConversation(replies("ada", "4", 10), "c1")))
                .settle();

        assertThat(stream.person("Ada").owed()).isEqualTo(1);
        assertThat(week().answered()).isZero();
    }

    @Test
    void openConversationsMoveWithTheHandle() {
        stream.receive(asks("ada", "1", 20), asks("bob", "2", 0)).settle();

        stream.assign(assigned("bob", "Ada", 2)).settle();
        assertThat(stream.person("Bob")).isNull();
        assertThat(stream.person("Ada").owed()).isEqualTo(2);
        assertThat(stream.person("Ada").owedSince()).isEqualTo(ASKED);

        stream.receive(replies("bob", "3", 5)).assign(assigned("bob", "Bob", 3)).settle();
        assertThat(stream.person("Ada").owedSince()).isEqualTo(ASKED.plusSeconds(20));
        assertThat(stream.person("Bob").owed()).isNull();
    }

    @Test
    void staffConversationsDoNotCount() {
        stream.receive(asks("ada", "1", 0), replies("ada", "2", 7), asks("ada", "3", 20), asks("bob", "4", 0))
                .settle();
        var before = week();
        assertThat(before.opened()).isEqualTo(3);

        stream.assign(staff("ada", "Ada", true, 2)).settle();
        assertThat(week()).isEqualTo(new ServiceWindow(7, 1, 0, 0, 1, null, null, null, null, FigureEvidence.FEW));

        stream.receive(replies("ada", "5", 25)).settle();
        assertThat(week().answered()).isZero();

        stream.assign(staff("ada", "Ada", false, 3)).settle();
        assertThat(week()).isEqualTo(new ServiceWindow(7, 3, 2, 2, 1, 5.0, 7.0, null, null, FigureEvidence.FEW));
        assertThat(stream.person("Ada").owed()).isNull();
    }

    @Test
    void dismissedQuestionIsNoLongerOwedUntilItIsUndone() {
        stream.receive(asks("ada", "1", 0), asks("bob", "2", 0)).settle();
        stream.dismiss(dismissal("ada", 0, 1)).settle();
        assertThat(stream.person("Ada").owed()).isNull();
        assertThat(stream.person("Bob").owed()).isEqualTo(1);
        assertThat(week()).isEqualTo(new ServiceWindow(7, 1, 0, 0, 1, null, null, null, null, FigureEvidence.FEW));

        stream.receive(asks("ada", "3", 60)).settle();
        assertThat(stream.person("Ada").owedSince()).isEqualTo(ASKED.plusSeconds(60));

        stream.dismiss(dismissal("ada", null, 2), dismissal("ada", 90, 1)).settle();
        assertThat(stream.person("Ada").owedSince()).isEqualTo(ASKED);
        assertThat(week().waiting()).isEqualTo(2);
    }

    @Test
    void dismissalMayArriveBeforeItsQuestionAndMovesWithTheHandle() {
        stream.dismiss(dismissal("ada", 10, 1))
                .receive(asks("ada", "1", 0), asks("ada", "2", 20))
                .settle();
        assertThat(stream.person("Ada").owedSince()).isEqualTo(ASKED.plusSeconds(20));

        stream.assign(assigned("ada", "Bob", 2)).settle();
        stream.dismiss(dismissal("ada", 20, 2)).settle();
        assertThat(stream.person("Bob").owed()).isNull();
        assertThat(week().opened()).isZero();
    }

    @Test
    void dismissalOfAnErasedOrStaffHandleChangesNothing() {
        stream.receive(asks("ada", "1", 0), asks("bob", "2", 0)).settle();
        stream.assign(staff("bob", "Bob", true, 2))
                .erase(List.of("ada"), List.of("Ada"))
                .settle();
        var before = week();
        stream.dismiss(dismissal("ada", 10, 1), dismissal("bob", 10, 1)).settle();
        assertThat(week()).isEqualTo(before);
        assertThat(before.opened()).isZero();

        stream.assign(staff("bob", "Bob", false, 3)).settle();
        assertThat(week().opened()).isZero();
        assertThat(stream.person("Bob").owed()).isNull();
    }

    private static ConversationDismissed dismissal(String handle, Integer seconds, long version) {
        return new ConversationDismissed(
                ScoringEventFixtures.BRAND.agency(),
                ScoringEventFixtures.BRAND.brand(),
                asks(handle, "0", 0).channel(),
                handle,
                seconds == null ? null : ASKED.plusSeconds(seconds),
                null,
                "ops",
                "",
                version,
                ASKED);
    }

    @Test
    void complaintNeedsAnAnswer() {
        stream.receive(ScoringEventFixtures.saying(
                        inbound("ada", "1", DAY, EngagementKind.REVIEW), "Terrible service, awful coffee."))
                .settle();

        assertThat(stream.person("Ada").owed()).isEqualTo(1);
    }

    @Test
    void thanksAndPraiseNeedNoAnswer() {
        stream.receive(
                        ScoringEventFixtures.saying(
                                inbound("ada", "1", DAY, EngagementKind.MESSAGE), "Thank you so much!"),
                        ScoringEventFixtures.saying(
                                inbound("ada", "2", DAY, EngagementKind.COMMENT), "Best coffee in town"))
                .settle();

        assertThat(stream.person("Ada").owed()).isNull();
        assertThat(week().opened()).isZero();
    }

    private ServiceWindow week() {
        return stream.brand().service().get(0);
    }

    private static EngagementReceived asks(String handle, String id, int second) {
        return at(
                ScoringEventFixtures.saying(inbound(handle, id, DAY, EngagementKind.MENTION), "Are you open?"),
                ASKED.plusSeconds(second));
    }

    private static EngagementReceived replies(String handle, String id, int second) {
        return at(outbound(handle, id, DAY, EngagementKind.REPLY), ASKED.plusSeconds(second));
    }
}
