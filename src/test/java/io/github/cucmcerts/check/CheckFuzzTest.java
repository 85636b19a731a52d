package io.github.cucmcerts.check;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** No file breaks the check of the directory that it lies in, or what is said of others, whatever its bytes. */
class CheckFuzzTest {
    @TempDir
    private Path directory;

    private HostileFile file;

    static List<byte[]> seeds() {
        return Seeds.all();
    }

    @BeforeEach
    void amongGoodOnes() {
        file = HostileFile.amongGoodOnes(directory);
    }

    @Timeout(20)
    @DictionaryFile(resourcePath = "x509.dict")
    @MethodSource("seeds")
    @FuzzTest
    void theRestIsJudgedAsBefore(byte[] bytes) throws IOException {
        file.check(bytes);
    }
}
