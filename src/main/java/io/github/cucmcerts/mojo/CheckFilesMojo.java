package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the files: private keys, keystores, files that cannot be read. */
@Mojo(name = "check-files", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckFilesMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-files", EnumSet.of(Topic.FILES));
    }
}
