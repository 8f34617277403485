package io.rapport.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Package rules for the architecture tests of all modules. */
public final class ArchitectureRules {

    private static final Set<String> CLOCK_AND_RANDOM_METHODS =
            Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID");

    private ArchitectureRules() {}

    /** Classes of the package read no clock and no randomness; both are passed in as arguments. */
    public static ArchRule readsNoClockOrRandomness(String part) {
        return noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .callMethodWhere(readsClockOrRandomness())
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, SecureRandom.class, ThreadLocalRandom.class);
    }

    /** The packages directly below the root do not depend on each other in cycles. */
    public static ArchRule hasNoPackageCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Of a service's packages only {@code config} and the root depend on the given part. */
    public static ArchRule onlyConfigDependsOn(String root, String part) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(part, root + ".config..", root)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(part);
    }

    private static DescribedPredicate<JavaCall<?>> readsClockOrRandomness() {
        return DescribedPredicate.describe(
                "they read a clock or randomness",
                call -> call.getTargetOwner().getPackageName().startsWith("java.")
                        && CLOCK_AND_RANDOM_METHODS.contains(call.getName()));
    }
}
