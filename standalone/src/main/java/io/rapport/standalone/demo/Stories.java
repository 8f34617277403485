package io.rapport.standalone.demo;

import io.rapport.contracts.engagement.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What does not happen every day: an automated account, paid praise, and a complaint that goes around. */
final class Stories {

    private static final int SHARES = 46;
    private static final double BOT_PER_DAY = 0.4;

    private final Script script;
    private final Casting casting;
    private final Chance chance;

    Stories(Script script, Casting casting) {
        this.script = script;
        this.casting = casting;
        this.chance = script.chance();
    }

    /** Tells them all. */
    void tell(List<DemoPerson> people) {
        bot();
        paidPraise();
        complaintThatGoesAround(people);
    }

    private void bot() {
        var channel = script.brand().channels().get(1);
        var id = "dealhunter-" + script.brand().brand();
        var bot = new DemoActor(id, "dealhunter_247", "DEALHUNTER 24/7", null, null, null, 31L, null, true);
        for (var day = 0; day < script.span().days(); day++) {
            if (chance.happens(BOT_PER_DAY)) {
                script.add(channel, bot, script.span().on(day, 0, 24, chance))
                        .kind(Kind.MENTION)
                        .text(script.words("bot", bot, script.somebodyOfTheTeam()));
            }
        }
    }

    private void paidPraise() {
        var channel = script.brand().channels().get(0);
        var influencer = casting.extra(Persona.PASSER_BY, channel, 48_000);
        for (var day = 20; day < script.span().days(); day += chance.between(18, 40)) {
            var actor = influencer.on(channel, day);
            if (actor != null) {
                script.add(channel, actor, script.span().on(day, 15, 20, chance))
                        .kind(Kind.MENTION)
                        .text(script.words("paid", actor, script.somebodyOfTheTeam()));
            }
        }
    }

    /** Shared by strangers and by people who like the brand, each passing on what they saw, for two days. */
    private void complaintThatGoesAround(List<DemoPerson> people) {
        var channel = script.brand().channels().get(1);
        var day = script.span().days() * 3 / 5;
        var author = casting.extra(Persona.PASSER_BY, channel, 8_400);
        var complaint = script.add(
                        channel, account(author, channel, day), script.span().on(day, 8, 9, chance))
                .kind(Kind.MENTION)
                .text(script.brand().complaint());
        var passedOn = new ArrayList<>(List.of(complaint));
        for (var sharer : sharers(people, channel, day)) {
            var from = chance.happens(0.55) ? complaint : chance.pick(passedOn);
            passedOn.add(passOn(from, account(sharer, channel, day)));
        }
        settle(complaint);
    }

    private List<DemoPerson> sharers(List<DemoPerson> people, String channel, int day) {
        var sharers = new ArrayList<DemoPerson>();
        people.stream()
                .filter(person -> person.days().contain(day) && person.handles().containsKey(channel))
                .limit(SHARES / 3)
                .forEach(sharers::add);
        while (sharers.size() < SHARES) {
            sharers.add(casting.extra(Persona.PASSER_BY, channel, (int) chance.around(300)));
        }
        return sharers;
    }

    private Draft passOn(Draft from, DemoActor actor) {
        var at = from.at().plus(Duration.ofMinutes((long) Math.min(chance.around(150), 45 * 60)));
        var share = script.add(from.channel(), actor, at).shareOf(from);
        return chance.happens(0.4)
                ? share.kind(Kind.QUOTE).text(script.words("viral.share", actor, script.somebodyOfTheTeam()))
                : share.kind(Kind.SHARE);
    }

    private void settle(Draft complaint) {
        var staff = script.somebodyOfTheTeam();
        var apologyAt = complaint.at().plus(Duration.ofHours(5));
        var apology = script.answer(complaint, Kind.REPLY, staff, apologyAt)
                .text(script.words("viral.apology", complaint.actor(), staff));
        script.add(complaint.channel(), complaint.actor(), apologyAt.plus(Duration.ofHours(22)))
                .kind(Kind.THANKS)
                .replyTo(apology)
                .text(script.words("viral.forgiven", complaint.actor(), staff));
    }

    private static DemoActor account(DemoPerson person, String channel, int day) {
        var actor = person.on(channel, day);
        if (actor == null) {
            throw new IllegalStateException(person.name() + " is not on " + channel);
        }
        return actor;
    }
}
