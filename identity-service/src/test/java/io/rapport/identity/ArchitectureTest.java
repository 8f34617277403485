package io.rapport.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.Set;

@AnalyzeClasses(packages = "io.rapport.identity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.rapport.identity";
    private static final String DOMAIN = ROOT + ".domain..";
    private static final String CONFIG = ROOT + ".config..";

    private static final Set<String> READ_A_CLOCK_OR_DICE =
            Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID");

    @ArchTest
    static final ArchRule domainKnowsTheJdkAndTheContracts = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, "java..", "io.rapport.contracts..", "org.jspecify..");

    @ArchTest
    static final ArchRule domainIsToldTheTime = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .callMethodWhere(readsAClockOrDice())
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class);

    @ArchTest
    static final ArchRule configAloneKnowsKafka = nobodyKnows(ROOT + ".kafka..");

    @ArchTest
    static final ArchRule configAloneKnowsMongo = nobodyKnows(ROOT + ".mongo..");

    @ArchTest
    static final ArchRule configAloneKnowsTheWeb = nobodyKnows(ROOT + ".web..");

    @ArchTest
    static final ArchRule theApplicationAloneKnowsConfig = nobodyKnows(CONFIG);

    private static ArchRule nobodyKnows(String part) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(part, CONFIG, ROOT)
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
