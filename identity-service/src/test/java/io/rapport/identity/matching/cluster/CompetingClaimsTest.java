package io.rapport.identity.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.matching.MatchIndex;
import io.rapport.identity.matching.outcome.Match;
import io.rapport.identity.matching.outcome.MatchOutcome;
import io.rapport.identity.matching.outcome.MatchThresholds;
import io.rapport.identity.matching.record.MatchRecord;
import io.rapport.identity.matching.record.RecordAccount;
import io.rapport.identity.matching.record.RecordField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two clients with the same rare family name, and handles that contain only that name. */
class CompetingClaimsTest {

    private static final List<String> NAMES = List.of(
            "Ada Brackenbury",
            "Bo Dunnachie",
            "Cleo Eglantine",
            "Dag Fotheringay",
            "Eva Grimthorpe",
            "Fay Hollingworth",
            "Gil Ickringill",
            "Ivo Jellicoe");

    private final MatchIndex index = new MatchIndex(MatchThresholds.SHIPPED);

    private void client(String id, String name, String page) {
        index.put(MatchRecord.client(id).with(RecordField.FULL_NAME, name).with(RecordField.LINK, page));
    }

    private void handle(String id, String channel, String name) {
        index.put(MatchRecord.handle(id, new RecordAccount(channel, name, null)));
    }

    private List<Match> suggestions(String handle) {
        return index.resolve(done -> {}).reviews().stream()
                .filter(match -> match.id().equals(handle) || match.other().equals(handle))
                .toList();
    }

    private void sisters(String rosasPage, String inessPage) {
        client("rosa", "Rosa Quillfeather", rosasPage);
        client("ines", "Ines Quillfeather", inessPage);
    }

    @Test
    void clientWithAnotherHandleOnTheChannelRanksLower() {
        sisters("", "");
        handle("hers", "x", "rosaquillfeather");
        handle("whose", "x", "drquillfeather");

        assertThat(suggestions("whose")).singleElement().satisfies(match -> {
            assertThat(List.of(match.id(), match.other())).contains("ines");
            assertThat(match.evidence()).extracting(Evidence::rule).contains("HANDLE_CHANNEL");
        });
        assertThat(index.match("whose")).hasSize(2).allMatch(match -> match.outcome() == MatchOutcome.CONTESTED);
    }

    @Test
    void handleOnAnotherChannelHasNoEffect() {
        sisters("", "");
        handle("hers", "facebook", "rosaquillfeather");
        handle("whose", "x", "drquillfeather");

        assertThat(suggestions("whose")).isEmpty();
    }

    @Test
    void handlesOfOnePersonAreWeighedTogether() {
        sisters("", "");
        handle("hers", "x", "rosaquillfeather");
        handle("whose", "x", "drquillfeather");
        handle("same", "instagram", "dr.quillfeather");

        assertThat(suggestions("same"))
                .singleElement()
                .satisfies(
                        match -> assertThat(List.of(match.id(), match.other())).contains("ines"));
    }

    @Test
    void sharedAffixOfColleaguesIsEvidence() {
        for (String name : NAMES) {
            boolean north = NAMES.indexOf(name) % 2 == 0;
            String family = name.substring(name.indexOf(' ') + 1);
            client(name, name, "https://" + family + (north ? ".north.example" : ".south.example"));
            handle("h-" + name, "x", (north ? "doc" : "chef") + name.replace(" ", ""));
            handle("i-" + name, "instagram", (north ? "doc" : "chef") + name.replace(" ", ""));
        }
        sisters("https://rosa.north.example", "https://ines.south.example");
        handle("whose", "x", "chefquillfeather");

        assertThat(suggestions("whose")).singleElement().satisfies(match -> {
            assertThat(List.of(match.id(), match.other())).contains("ines");
            assertThat(match.evidence()).extracting(Evidence::rule).contains("HANDLE_BESIDE");
        });
    }

    @Test
    void cannotLinkIsNotSuggested() {
        sisters("", "");
        handle("hers", "x", "rosaquillfeather");
        handle("whose", "x", "drquillfeather");
        index.forbid("whose", "ines");

        assertThat(suggestions("whose")).isEmpty();
    }
}
