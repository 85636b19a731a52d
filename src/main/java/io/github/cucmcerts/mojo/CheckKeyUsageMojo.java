package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks key usages, keys, and signatures. */
@Mojo(name = "check-key-usage", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckKeyUsageMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-key-usage", EnumSet.of(Topic.KEY_USAGE));
    }
}
