package io.rapport.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rapport.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.rapport.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_DEPENDS_ON_THE_JDK_AND_CONTRACTS = classes()
            .that()
            .resideInAPackage("..ingest.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "com.google.i18n.phonenumbers..",
                    "io.rapport.contracts..",
                    "..ingest.domain..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule DOMAIN_FEATURES_HAVE_NO_CYCLES =
            ArchitectureRules.hasNoPackageCycles("io.rapport.ingest.domain");

    @ArchTest
    static final ArchRule WEB_FEATURES_HAVE_NO_CYCLES = ArchitectureRules.hasNoPackageCycles("io.rapport.ingest.web");

    @ArchTest
    static final ArchRule LAYERS_HAVE_NO_CYCLES = ArchitectureRules.hasNoPackageCycles("io.rapport.ingest");

    @ArchTest
    static final ArchRule DOMAIN_READS_NO_CLOCK_OR_RANDOMNESS =
            ArchitectureRules.readsNoClockOrRandomness("..ingest.domain..");

    @ArchTest
    static final ArchRule SOURCES_DEPEND_ONLY_ON_THE_DOMAIN = noClasses()
            .that()
            .resideInAPackage("..ingest.source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..ingest.web..",
                    "..ingest.kafka..",
                    "..ingest.mongo..",
                    "..ingest.config..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule WEB_DOES_NOT_DEPEND_ON_ADAPTERS = noClasses()
            .that()
            .resideInAPackage("..ingest.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.kafka..", "..ingest.mongo..", "..ingest.config..");

    @ArchTest
    static final ArchRule KAFKA_DOES_NOT_DEPEND_ON_OTHER_ADAPTERS = noClasses()
            .that()
            .resideInAPackage("..ingest.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.web..", "..ingest.mongo..", "..ingest.config..", "com.mongodb..");

    @ArchTest
    static final ArchRule MONGO_DOES_NOT_DEPEND_ON_OTHER_ADAPTERS = noClasses()
            .that()
            .resideInAPackage("..ingest.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.web..", "..ingest.kafka..", "..ingest.config..", "org.apache.kafka..");
}
