package dev.sealedsecrets.controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of the controller. */
@AnalyzeClasses(packagesOf = ControllerOptions.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.sealedsecrets.controller";

    @ArchTest
    static final ArchRule packagesSeeOnlyWhatIsBelowThem = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .withOptionalLayers(true)
            .layer("program")
            .definedBy(ROOT)
            .layer("reconcile")
            .definedBy(ROOT + ".reconcile..")
            .layer("keys")
            .definedBy(ROOT + ".keys..")
            .layer("leader")
            .definedBy(ROOT + ".leader..")
            .layer("cluster")
            .definedBy(ROOT + ".cluster..")
            .layer("http")
            .definedBy(ROOT + ".http..")
            .layer("observe")
            .definedBy(ROOT + ".observe..")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("reconcile")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("keys")
            .mayOnlyBeAccessedByLayers("program", "reconcile")
            .whereLayer("leader")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("cluster")
            .mayOnlyBeAccessedByLayers("program", "reconcile", "keys", "leader");

    @ArchTest
    static final ArchRule endpointsAndMetricsKnowNoKubernetes = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".http..", ROOT + ".observe..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", "okhttp3..");

    @ArchTest
    static final ArchRule onlyTheEndpointsKnowTheWebServer = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyTheLogSetupKnowsTheLogLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".observe..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ch.qos.logback..");
}
