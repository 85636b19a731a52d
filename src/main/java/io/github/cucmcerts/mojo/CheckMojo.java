package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Judges the certificates of a directory by every rule. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return Scope.ALL;
    }
}
