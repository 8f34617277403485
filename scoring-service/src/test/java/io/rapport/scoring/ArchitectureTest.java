package io.rapport.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rapport.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.rapport.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.rapport.scoring";
    private static final String DOMAIN = ROOT + ".domain..";
    private static final String SENTIMENT = ROOT + ".sentiment..";
    private static final String TOPOLOGY = ROOT + ".topology..";
    private static final String WEB = ROOT + ".web..";
    private static final String KAFKA = ROOT + ".kafka..";
    private static final String CONFIG = ROOT + ".config..";

    @ArchTest
    static final ArchRule domainDependsOnJdkContractsAndStatisticsOnly = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    DOMAIN,
                    "java..",
                    "io.rapport.contracts..",
                    "org.jspecify..",
                    "org.apache.commons.statistics.distribution..",
                    "io.soabase.recordbuilder.core..");

    @ArchTest
    static final ArchRule domainPackagesAreFreeOfCycles =
            slices().matching(ROOT + ".domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule domainReadsNoClock = ArchitectureRules.readsNoClockOrRandomness(DOMAIN);

    @ArchTest
    static final ArchRule sentimentDependsOnTheJdkOnly = classes()
            .that()
            .resideInAPackage(SENTIMENT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SENTIMENT, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule sentimentReadsNoClock = ArchitectureRules.readsNoClockOrRandomness(SENTIMENT);

    @ArchTest
    static final ArchRule topologyDoesNotDependOnSpring = noClasses()
            .that()
            .resideInAPackage(TOPOLOGY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule stagesOfTheTopologyHaveNoCycles =
            slices().matching(ROOT + ".topology.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheTopologyHaveNoCycles =
            slices().matching(ROOT + ".topology.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesDoNotDependOnTheTopologyThatConnectsThem = noClasses()
            .that()
            .resideInAPackage(ROOT + ".topology.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".topology");

    @ArchTest
    static final ArchRule onlyConfigDependsOnTheTopology = ArchitectureRules.onlyConfigDependsOn(ROOT, TOPOLOGY);

    @ArchTest
    static final ArchRule onlyConfigDependsOnTheWeb = ArchitectureRules.onlyConfigDependsOn(ROOT, WEB);

    @ArchTest
    static final ArchRule onlyConfigDependsOnKafka = ArchitectureRules.onlyConfigDependsOn(ROOT, KAFKA);

    @ArchTest
    static final ArchRule onlyTheApplicationDependsOnConfig = ArchitectureRules.onlyConfigDependsOn(ROOT, CONFIG);
}
