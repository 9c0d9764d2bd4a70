package org.onex.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:0DB8:0001:0002:0:0:0:9"})
    void allAddressesOfAHouseAreOneNetwork(String address) {
        assertThat(Network.of(address)).isEqualTo(Network.of("2001:db8:1:2::"));
    }

    @Test
    void theNextHouseIsAnotherNetwork() {
        assertThat(Network.of("2001:db8:1:3::1")).isNotEqualTo(Network.of("2001:db8:1:2::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.0.10", "", "no address", "2001:db8::1::2"})
    void whateverIsNoAddressOfIpv6StandsForItself(String address) {
        assertThat(Network.of(address)).isEqualTo(address);
    }
}
