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
    static final ArchRule DOMAIN_KNOWS_THE_JDK_AND_THE_CONTRACTS = classes()
            .that()
            .resideInAPackage("..ingest.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "javax.crypto..", "io.rapport.contracts..", "..ingest.domain..", "org.jspecify..");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ENTER_THE_DOMAIN_AS_ARGUMENTS =
            ArchitectureRules.readsNoClockOrRandomness("..ingest.domain..");

    @ArchTest
    static final ArchRule SOURCES_KNOW_ONLY_THE_DOMAIN = noClasses()
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
    static final ArchRule WEB_IS_ALONE = noClasses()
            .that()
            .resideInAPackage("..ingest.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.kafka..", "..ingest.mongo..", "..ingest.config..");

    @ArchTest
    static final ArchRule KAFKA_IS_ALONE = noClasses()
            .that()
            .resideInAPackage("..ingest.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.web..", "..ingest.mongo..", "..ingest.config..", "com.mongodb..");

    @ArchTest
    static final ArchRule MONGO_IS_ALONE = noClasses()
            .that()
            .resideInAPackage("..ingest.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.web..", "..ingest.kafka..", "..ingest.config..", "org.apache.kafka..");
}
