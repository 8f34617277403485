package io.rapport.identity.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns a brand's chances by expectation and maximisation, starting from and leaning on those shipped. */
final class Learner {

    private static final int ROUNDS = 12;
    private static final int MOST_RECORDS = 20_000;
    private static final int SAMPLED_PAIRS = 40_000;

    /** Log-odds under the shipped chances from where on no learning would make a pair of one person. */
    private static final double HOPELESS = -9;

    private static final double LEANING_U = 200;

    private final RecordStore records;

    Learner(RecordStore records) {
        this.records = records;
    }

    Model learn() {
        List<Profile> all = sample();
        Model model = withAffixes(all);
        if (all.size() < 2) {
            return model;
        }
        Scorer scorer = new Scorer(records, model);
        model = new Model(
                model.m(),
                chanceAgreement(all, scorer),
                model.priors(),
                model.coverage(),
                model.affixes(),
                model.company());
        scorer = new Scorer(records, model);
        Map<Profile, List<Candidate>> pairs = new HashMap<>();
        for (Profile profile : all) {
            pairs.put(
                    profile,
                    scorer.candidates(profile).stream()
                            .filter(c -> c.logit() > HOPELESS)
                            .toList());
        }
        for (int round = 0; round < ROUNDS; round++) {
            model = new Expectation(records, model).over(all, pairs);
        }
        return model;
    }

    /** Every n-th record of a large brand says as much as all of them. */
    private List<Profile> sample() {
        List<Profile> all = records.all();
        int step = Math.max(1, all.size() / MOST_RECORDS);
        List<Profile> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    /** Words that stand beside the names of several people are no part of any name. */
    private Model withAffixes(List<Profile> all) {
        Model shipped = Model.shipped();
        Scorer scorer = new Scorer(records, shipped);
        Map<String, Set<String>> beside = new HashMap<>();
        int handles = 0;
        for (Profile profile : all) {
            if (profile.kind() == RecordKind.HANDLE) {
                handles++;
                scorer.candidates(profile).stream()
                        .filter(candidate -> candidate.profile().kind() == RecordKind.CLIENT)
                        .findFirst()
                        .ifPresent(best -> unexplained(profile, best.profile(), scorer, beside));
            }
        }
        int enough = Math.max(3, handles / 300);
        Set<String> affixes = new HashSet<>(shipped.affixes());
        beside.forEach((word, people) -> {
            if (people.size() >= enough) {
                affixes.add(word);
            }
        });
        return new Model(shipped.m(), shipped.u(), shipped.priors(), shipped.coverage(), affixes, shipped.company());
    }

    private static void unexplained(Profile handle, Profile client, Scorer scorer, Map<String, Set<String>> beside) {
        for (AccountForm account : handle.accounts()) {
            if (account.isTelling()) {
                HandleReading reading = scorer.read(account.letters(), client);
                if (reading.familyText().length() > 3 && reading.rest().length() > 1) {
                    beside.computeIfAbsent(reading.rest(), k -> new HashSet<>())
                            .add(client.name().family());
                }
            }
        }
    }

    /** How often two clients taken at random agree: almost all such pairs are two people. */
    private Map<Rule, double[]> chanceAgreement(List<Profile> all, Scorer scorer) {
        List<Profile> clients =
                all.stream().filter(p -> p.kind() == RecordKind.CLIENT).toList();
        Map<Rule, double[]> counts = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            double[] prior = new double[rule.levels()];
            for (int level = 0; level < prior.length; level++) {
                prior[level] = LEANING_U * rule.u(level);
            }
            counts.put(rule, prior);
        }
        int n = clients.size();
        long pairs = Math.min(SAMPLED_PAIRS, (long) n * (n - 1) / 2);
        for (int i = 0; n > 1 && i < pairs; i++) {
            int a = (int) (i * 2654435761L % n);
            int b = (a + 1 + (int) ((i * 40503L + i / n) % (n - 1))) % n;
            for (Finding finding :
                    scorer.compare(clients.get(a), clients.get(b)).findings()) {
                counts.getOrDefault(finding.rule(), new double[finding.level() + 1])[finding.level()]++;
            }
        }
        return Expectation.normalised(counts);
    }
}
