package io.orderloom.kit.config;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.core.PostingProfile;

/** One configured shop or account, and how its orders are booked. */
public record ChannelInstance(ChannelSettings settings, PostingProfile profile) {}
