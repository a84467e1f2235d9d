package io.orderloom.kit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.orderloom.core.Change;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState;
import io.orderloom.event.EventData;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.Fingerprint;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import io.orderloom.task.Task;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Writes values as short strings and sealed types by name, and leaves out what is empty. */
final class ModelModule extends SimpleModule {

    ModelModule() {
        super("orderloom-model");
        text(Currency.class, Currency::code, Currency::new);
        text(Money.class, Money::toString, ModelModule::money);
        text(OrderId.class, OrderId::toString, OrderId::parse);
        text(FactKey.class, FactKey::toString, FactKey::parse);
        // The rest of it is read by the exception, together with the type and the path beside it.
        text(Fingerprint.class, Fingerprint::text, Fingerprint.OfUnknownForm::new);
        text(Quantity.class, Quantity::toString, text -> new Quantity(new BigDecimal(text)));
        addSerializer(new AmountWriter());
        addDeserializer(Amount.class, new AmountReader());
        setMixInAnnotation(Fact.class, SealedTypes.Facts.class);
        setMixInAnnotation(Change.class, SealedTypes.Changes.class);
        setMixInAnnotation(EventData.class, SealedTypes.EventDatas.class);
        setMixInAnnotation(Fault.class, SealedTypes.Faults.class);
        setMixInAnnotation(Message.class, SealedTypes.Messages.class);
        setMixInAnnotation(Task.class, SealedTypes.Tasks.class);
        setMixInAnnotation(ExceptionLife.class, SealedTypes.ExceptionLifes.class);
        setMixInAnnotation(OrderState.class, SealedTypes.OrderStates.class);
        setMixInAnnotation(ChangeSet.class, SealedTypes.ChangeSets.class);
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(new TextWriter<>(type, write));
        addDeserializer(type, new TextReader<>(type, read));
    }

    private static Money money(String text) {
        int space = text.indexOf(' ');
        return Money.of(text.substring(0, space), text.substring(space + 1));
    }

    private static final class TextWriter<T> extends StdSerializer<T> {
        private final transient Function<T, String> write;

        TextWriter(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(write.apply(value));
        }
    }

    private static final class TextReader<T> extends StdDeserializer<T> {
        private final transient Function<String, T> read;

        TextReader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read.apply(in.getText());
        }
    }

    /** Writes one string if both ledgers agree, else transaction and settlement as an array. */
    private static final class AmountWriter extends StdSerializer<Amount> {
        AmountWriter() {
            super(Amount.class);
        }

        @Override
        public void serialize(Amount amount, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            if (amount.transaction().equals(amount.settlement())) {
                out.writeString(amount.transaction().toString());
                return;
            }
            out.writeStartArray();
            out.writeString(amount.transaction().toString());
            out.writeString(amount.settlement().toString());
            out.writeEndArray();
        }
    }

    private static final class AmountReader extends StdDeserializer<Amount> {
        AmountReader() {
            super(Amount.class);
        }

        @Override
        public Amount deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                return Amount.same(money(in.getText()));
            }
            in.nextToken();
            var transaction = money(in.getText());
            in.nextToken();
            var settlement = money(in.getText());
            in.nextToken();
            return new Amount(transaction, settlement);
        }
    }
}
