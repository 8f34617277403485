package io.rapport.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.content.ContentRepository;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.domain.engagement.EngagementRepository;
import io.rapport.report.domain.identity.IdentityRepository;
import io.rapport.report.domain.engagement.JudgementRepository;
import io.rapport.report.domain.people.RelationshipRepository;
import io.rapport.test.ArchitectureRules;

/** Which package may know which. */
@AnalyzeClasses(packages = "io.rapport.report", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_VALUES_ONLY = noClasses()
            .that()
            .resideInAPackage("..report.domain..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "io.rapport.contracts..",
                    "io.rapport.report.domain..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule DOMAIN_READS_NO_CLOCK_AND_ROLLS_NO_DICE =
            ArchitectureRules.readsNoClockOrRandomness("..report.domain..");

    @ArchTest
    static final ArchRule WEB_KNOWS_NEITHER_TOPICS_NOR_STORE = noClasses()
            .that()
            .resideInAPackage("..report.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..report.kafka..", "..report.mongo..", "..report.config..", "com.mongodb..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule TOPICS_KNOW_NEITHER_WEB_NOR_STORE = noClasses()
            .that()
            .resideInAPackage("..report.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..report.web..", "..report.mongo..", "..report.config..", "com.mongodb..", "io.rapport.web..");

    @ArchTest
    static final ArchRule STORE_KNOWS_NEITHER_WEB_NOR_TOPICS = noClasses()
            .that()
            .resideInAPackage("..report.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..report.web..",
                    "..report.kafka..",
                    "..report.config..",
                    "org.springframework..",
                    "io.rapport.web..");

    /** So that nothing can be asked across brands. */
    @ArchTest
    static final ArchRule A_STORE_IS_ASKED_FOR_ONE_BRAND = methods()
            .that()
            .areDeclaredIn(RelationshipRepository.class)
            .or()
            .areDeclaredIn(BrandDayRepository.class)
            .or()
            .areDeclaredIn(IdentityRepository.class)
            .or()
            .areDeclaredIn(EngagementRepository.class)
            .or()
            .areDeclaredIn(ContentRepository.class)
            .or()
            .areDeclaredIn(JudgementRepository.class)
            .or()
            .areDeclaredIn(CorrectionRepository.class)
            .should(beginWithABrand());

    private static ArchCondition<JavaMethod> beginWithABrand() {
        return new ArchCondition<>("take a BrandKey first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var parameters = method.getRawParameterTypes();
                var begins = !parameters.isEmpty() && parameters.get(0).isEquivalentTo(BrandKey.class);
                events.add(new SimpleConditionEvent(method, begins, method.getFullName()));
            }
        };
    }
}
