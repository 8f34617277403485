package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.util.List;

/**
 * Accounts that may be somebody's second one. Only the client list and the name tell, so that somebody has to say: some are
 * clear, some are doubtful, and one is somebody else.
 */
final class SecondAccountGenerator {

    private static final int SAID = 5;

    private final DemoScript script;
    private final DemoPeopleGenerator casting;
    private final SeededRandom chance;

    SecondAccountGenerator(DemoScript script, DemoPeopleGenerator casting) {
        this.script = script;
        this.casting = casting;
        this.chance = script.chance();
    }

    /** Has them join in; the first client, who goes quiet, has none. */
    void join(List<DemoPerson> people) {
        var clients = people.stream().filter(DemoPerson::isClient).skip(1).toList();
        for (var second : SecondAccountName.values()) {
            join(clients.get(second.ordinal()), second);
        }
    }

    private void join(DemoPerson person, SecondAccountName second) {
        var elsewhere = second == SecondAccountName.SIBLING;
        var given = elsewhere ? casting.siblingOf(person.firstName()) : person.firstName();
        var family = person.name().substring(person.firstName().length() + 1);
        var channel = script.brand().channels().stream()
                .filter(each -> !person.socials().contains(each))
                .findFirst()
                .orElseThrow();
        var place = elsewhere ? "Reykjavík" : script.brand().places().get(0);
        var account = casting.another(channel, second.account(given, family), second.called(given, family), place);
        for (var i = 0; i < SAID; i++) {
            var day = chance.between(0, script.span().days() - 1);
            script.add(channel, account, script.span().on(day, 8, 22, chance))
                    .kind(EngagementKind.COMMENT)
                    .text(script.phrase("comment", account, script.staffMember()));
        }
    }
}
