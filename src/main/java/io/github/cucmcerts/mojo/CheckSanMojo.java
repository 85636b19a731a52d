package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the subject alternative names of CSRs and certificates. */
@Mojo(name = "check-san", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckSanMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-san", EnumSet.of(Topic.SAN));
    }
}
