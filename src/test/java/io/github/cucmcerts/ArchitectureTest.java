package io.github.cucmcerts;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Data goes one way: files, objects, upload sets, findings, report, plan. */
@AnalyzeClasses(packages = "io.github.cucmcerts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyGoalsKnowMaven = noClasses()
            .that()
            .resideOutsideOfPackage("..mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..");

    /** What reads files never asks the network, not even for a name. */
    @ArchTest
    static final ArchRule offline = noClasses()
            .that()
            .resideOutsideOfPackages("..snapshot..", "..served..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net..", "javax.net..", "javax.naming..", "java.nio.channels..", "java.rmi..")
                    .and(not(belongToAnyOf(InetAddress.class, UnknownHostException.class, URI.class))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(InetAddress.class)))
                    .and(target(not(nameMatching("getByAddress|getHostAddress")))));

    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("mojo")
            .definedBy("io.github.cucmcerts.mojo..")
            .layer("plan")
            .definedBy("io.github.cucmcerts.plan..")
            .layer("report")
            .definedBy("io.github.cucmcerts.report..")
            .layer("waiver")
            .definedBy("io.github.cucmcerts.waiver..")
            .layer("rule")
            .definedBy("io.github.cucmcerts.rule..")
            .layer("upload")
            .definedBy("io.github.cucmcerts.upload..", "io.github.cucmcerts.trust..")
            .layer("scan")
            .definedBy("io.github.cucmcerts.scan..", "io.github.cucmcerts.inventory..")
            .layer("cucm")
            .definedBy("io.github.cucmcerts.cucm..")
            .layer("text")
            .definedBy("io.github.cucmcerts.text..")
            .whereLayer("mojo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("mojo", "plan")
            .whereLayer("rule")
            .mayOnlyBeAccessedByLayers("mojo", "plan", "report", "waiver")
            .whereLayer("waiver")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("upload")
            .mayOnlyBeAccessedByLayers("mojo", "plan", "report", "rule")
            .whereLayer("scan")
            .mayNotAccessAnyLayer()
            .whereLayer("cucm")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayNotAccessAnyLayer();
}
