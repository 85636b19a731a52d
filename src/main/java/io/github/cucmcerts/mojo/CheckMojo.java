package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the certificates of a directory with all rules. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return Scope.ALL;
    }
}
