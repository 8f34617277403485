package io.rapport.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The package rules that hold in every service, for its own architecture test to name. */
public final class ArchitectureRules {

    private static final Set<String> READ_A_CLOCK_OR_DICE =
            Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID");

    private ArchitectureRules() {}

    /** Time and chance enter the package as arguments: it can read no clock and throw no dice. */
    public static ArchRule readsNoClockOrRandomness(String part) {
        return noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .callMethodWhere(readsAClockOrDice())
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, SecureRandom.class, ThreadLocalRandom.class);
    }

    /** Of a service's packages, only {@code config} and the root know the given part. */
    public static ArchRule onlyConfigDependsOn(String root, String part) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(part, root + ".config..", root)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(part);
    }

    private static DescribedPredicate<JavaCall<?>> readsAClockOrDice() {
        return DescribedPredicate.describe(
                "they read a clock or throw dice",
                call -> call.getTargetOwner().getPackageName().startsWith("java.")
                        && READ_A_CLOCK_OR_DICE.contains(call.getName()));
    }
}
