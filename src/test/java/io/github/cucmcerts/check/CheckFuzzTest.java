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

/** No file, whatever its bytes, breaks the check of its directory or changes the findings on other files. */
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
    void theRestIsCheckedAsBefore(byte[] bytes) throws IOException {
        file.check(bytes);
    }
}
