package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Generates the special events: an automated account, paid praise, a widely shared complaint, and a week of failed deliveries. */
final class StoryGenerator {

    private static final int SHARES = 46;
    private static final double BOT_PROBABILITY_PER_DAY = 0.4;

    private final DemoScript script;
    private final DemoPeopleGenerator peopleGenerator;
    private final WordOfMouthGenerator wordOfMouth;
    private final SeededRandom random;

    StoryGenerator(DemoScript script, DemoPeopleGenerator peopleGenerator, WordOfMouthGenerator wordOfMouth) {
        this.script = script;
        this.peopleGenerator = peopleGenerator;
        this.wordOfMouth = wordOfMouth;
        this.random = script.random();
    }

    /** Generates all events. */
    void generate() {
        bot();
        paidPraise();
        viralComplaint();
        if (script.brand().badWeek()) {
            badWeek();
        }
    }

    private void bot() {
        var channel = script.brand().channels().get(1);
        var id = "dealhunter-" + script.brand().brand();
        var bot = new DemoActor(id, "dealhunter_247", "DEALHUNTER 24/7", null, null, null, 31L, null, true);
        for (var day = 0; day < script.period().days(); day++) {
            if (random.happens(BOT_PROBABILITY_PER_DAY)) {
                script.add(channel, bot, script.period().randomTime(day, 0, 24, random))
                        .kind(EngagementKind.MENTION)
                        .text(script.phrase("bot", bot, script.staffMember()));
            }
        }
    }

    private void paidPraise() {
        var channel = script.brand().channels().get(0);
        var influencer = peopleGenerator.strangerAccount(channel, 48_000);
        for (var day = 20; day < script.period().days(); day += random.between(18, 40)) {
            script.add(channel, influencer, script.period().randomTime(day, 15, 20, random))
                    .kind(EngagementKind.MENTION)
                    .text(script.phrase("paid", influencer, script.staffMember()));
        }
    }

    /** A complaint that strangers and people of the brand share, each from another share or from the original, for two days. */
    private void viralComplaint() {
        var channel = script.brand().channels().get(1);
        var day = script.period().days() * 3 / 5;
        var complaint = complaint(channel, day, 8, script.brand().complaint());
        var shares = new ArrayList<>(List.of(complaint));
        for (var sharer : sharers(channel, day)) {
            var from = random.happens(0.55) ? complaint : random.pick(shares);
            shares.add(wordOfMouth.share(from, sharer, "viral.share", Math.min(random.logNormal(150), 45 * 60)));
        }
        resolve(complaint);
    }

    private List<DemoActor> sharers(String channel, int day) {
        var sharers = new ArrayList<>(wordOfMouth.activeAccounts(channel, day).stream()
                .limit(SHARES / 3)
                .toList());
        while (sharers.size() < SHARES) {
            sharers.add(peopleGenerator.strangerAccount(channel, (int) random.logNormal(300)));
        }
        return sharers;
    }

    /**
     * Deliveries fail: a few people complain, and many on the last evening whose 48 hours are over at the end of the period;
     * each of these complaints is shared several times.
     */
    private void badWeek() {
        var channel = script.brand().channels().get(0);
        var brandAccount =
                DemoActor.of(channel, script.brand().handle(), script.brand().name());
        var sharers = sharers(channel, script.period().days() - 1);
        for (var daysLeft = 7; daysLeft >= 3; daysLeft--) {
            var worst = daysLeft == 3;
            var day = script.period().days() - daysLeft;
            for (var i = worst ? 9 : 1; i > 0; i--) {
                var complaint = complaint(
                        channel,
                        day,
                        random.between(17, 21),
                        script.phrase("late", brandAccount, script.staffMember()));
                wordOfMouth.answerComplaint(complaint);
                for (var others = worst ? random.between(4, 6) : 1; others > 0; others--) {
                    wordOfMouth.share(complaint, random.pick(sharers), "echo.late", 60.0 * random.between(7, 40));
                }
            }
        }
    }

    private EngagementDraft complaint(String channel, int day, int hour, String text) {
        var author = peopleGenerator.strangerAccount(channel, (int) random.logNormal(400));
        return script.add(channel, author, script.period().randomTime(day, hour, hour + 1, random))
                .kind(EngagementKind.MENTION)
                .text(text);
    }

    private void resolve(EngagementDraft complaint) {
        var staff = script.staffMember();
        var apologyAt = complaint.at().plus(Duration.ofHours(5));
        var apology = script.answer(complaint, EngagementKind.REPLY, staff, apologyAt)
                .text(script.phrase("viral.apology", complaint.actor(), staff));
        script.add(complaint.channel(), complaint.actor(), apologyAt.plus(Duration.ofHours(22)))
                .kind(EngagementKind.THANKS)
                .replyTo(apology)
                .text(script.phrase("viral.forgiven", complaint.actor(), staff));
    }
}
