package org.mingze.office.reminding;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// 邮件 — through the mail server that the configuration names.
@Component
class MailChannel implements Channel {
    private final ObjectProvider<JavaMailSender> sender;
    private final String from;
    private final String site;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            @Value("${mingze.reminders.mail-from:}") String from,
            @Value("${mingze.address:}") String site) {
        this.sender = sender;
        this.site = site;
        this.from = from;
    }

    @Override
    public String word() {
        return "邮件";
    }

    @Override
    public boolean isConfigured() {
        return sender.getIfAvailable() != null && !from.isBlank();
    }

    @Override
    public void send(String address, DueSoon.Soon soon, String digest) throws NotSent {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(address);
        message.setSubject("到期提醒：" + soon.item());
        message.setText(soon.words() + "\n\n登录明责看还差什么：" + soon.address(site) + "\n这封信不用回。\n");
        try {
            sender.getObject().send(message);
        } catch (MailException failed) {
            throw new NotSent("邮件服务器没有收：" + failed.getMessage(), failed);
        }
    }
}
