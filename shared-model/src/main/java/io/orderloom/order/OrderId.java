package io.orderloom.order;

/**
 * An order's identity, which anyone can compute: {@code <channel instance>:<channel order id>}.
 *
 * @param channelInstance the configured name of the shop or account, for example {@code shop-eu}
 * @param channelOrderId the id that the channel itself gave
 */
public record OrderId(String channelInstance, String channelOrderId) {

    public OrderId {
        if (channelInstance.isBlank() || channelInstance.contains(":")) {
            throw new IllegalArgumentException(
                    "channelInstance is a name without a colon, not '" + channelInstance + "'");
        }
        if (channelOrderId.isBlank()) {
            throw new IllegalArgumentException("channelOrderId is blank");
        }
    }

    public static OrderId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an order id has a colon: '" + text + "'");
        }
        return new OrderId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return channelInstance + ":" + channelOrderId;
    }
}
