package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyObjectsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 1000})
    void resultsComeInTheOrderOfTheObjects(int count) throws ClientException {
        List<Integer> objects = IntStream.range(0, count).boxed().toList();

        assertThat(ManyObjects.each(objects, n -> "r" + n))
                .isEqualTo(objects.stream().map(n -> "r" + n).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000})
    void theFirstFailureIsTold(int count) {
        List<Integer> objects = IntStream.range(0, count).boxed().toList();

        assertThatThrownBy(() -> ManyObjects.each(objects, n -> {
                    if (n >= 5) {
                        throw new ClientException("object " + n);
                    }
                    return n;
                }))
                .isInstanceOf(ClientException.class)
                .hasMessage("object 5");
    }
}
