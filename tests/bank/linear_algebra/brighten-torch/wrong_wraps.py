# 250 + 10 is 4, without a complaint.
def brighten_torch(image, amount):
    return image + amount
