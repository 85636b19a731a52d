package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks whether every certificate is valid during the whole change window. */
@Mojo(name = "check-validity", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckValidityMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-validity", EnumSet.of(Topic.VALIDITY));
    }
}
