package io.rapport.identity;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rapport.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.rapport.identity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.rapport.identity";
    private static final String DOMAIN = ROOT + ".domain..";
    private static final String CONFIG = ROOT + ".config..";

    @ArchTest
    static final ArchRule domainKnowsTheJdkAndTheContracts = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, ROOT + ".matching..", "java..", "io.rapport.contracts..", "org.jspecify..");

    @ArchTest
    static final ArchRule domainIsToldTheTime = ArchitectureRules.readsNoClockOrRandomness(DOMAIN);

    @ArchTest
    static final ArchRule matchingHasNoPackageCycles = ArchitectureRules.hasNoPackageCycles(ROOT + ".matching");

    @ArchTest
    static final ArchRule webHasNoPackageCycles = ArchitectureRules.hasNoPackageCycles(ROOT + ".web");

    @ArchTest
    static final ArchRule configAloneKnowsKafka = ArchitectureRules.onlyConfigDependsOn(ROOT, ROOT + ".kafka..");

    @ArchTest
    static final ArchRule configAloneKnowsMongo = ArchitectureRules.onlyConfigDependsOn(ROOT, ROOT + ".mongo..");

    @ArchTest
    static final ArchRule configAloneKnowsTheWeb = ArchitectureRules.onlyConfigDependsOn(ROOT, ROOT + ".web..");

    /** So that no query of a brand's can forget the brand. */
    @ArchTest
    static final ArchRule oneClassAsksForDocuments = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .doNotHaveSimpleName("BrandScopedQueries")
            .should()
            .callMethodWhere(target(owner(assignableTo(MongoCollection.class)))
                    .and(target(nameMatching("find|aggregate|distinct|count.*|findOne.*|updateMany|deleteMany"))));

    @ArchTest
    static final ArchRule theApplicationAloneKnowsConfig = ArchitectureRules.onlyConfigDependsOn(ROOT, CONFIG);
}
