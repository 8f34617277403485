package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.util.List;

/**
 * Generates accounts that may be second accounts of clients. Only their names are evidence, so a user has to decide: some are
 * clear, some are doubtful, and one belongs to another person.
 */
final class SecondAccountGenerator {

    private static final int COMMENTS = 5;

    private final DemoScript script;
    private final DemoPeopleGenerator peopleGenerator;
    private final SeededRandom random;

    SecondAccountGenerator(DemoScript script, DemoPeopleGenerator peopleGenerator) {
        this.script = script;
        this.peopleGenerator = peopleGenerator;
        this.random = script.random();
    }

    /** Adds the accounts of clients; the first client has none. */
    void generate(List<DemoPerson> people) {
        var clients = people.stream().filter(DemoPerson::isClient).skip(1).toList();
        for (var second : SecondAccountName.values()) {
            generate(clients.get(second.ordinal()), second);
        }
    }

    private void generate(DemoPerson person, SecondAccountName second) {
        var isSibling = second == SecondAccountName.SIBLING;
        var given = isSibling ? peopleGenerator.siblingName(person.firstName()) : person.firstName();
        var family = person.name().substring(person.firstName().length() + 1);
        var channel = script.brand().channels().stream()
                .filter(each -> !person.channels().contains(each))
                .findFirst()
                .orElseThrow();
        var place = isSibling ? "Reykjavík" : script.brand().places().get(0);
        var account = peopleGenerator.furtherAccount(
                channel, second.accountName(given, family), second.displayName(given, family), place);
        for (var i = 0; i < COMMENTS; i++) {
            var day = random.between(0, script.period().days() - 1);
            script.add(channel, account, script.period().randomTime(day, 8, 22, random))
                    .kind(EngagementKind.COMMENT)
                    .text(script.phrase("comment", account, script.staffMember()));
        }
    }
}
